"""The lesson's notebooks: a learner's own copies, opened in JupyterLab."""
