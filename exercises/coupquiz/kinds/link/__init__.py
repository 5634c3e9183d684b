"""Causes and effects to link; the answer is a list of links, each as `cause -> effect` with ids of events."""
