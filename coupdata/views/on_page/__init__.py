"""The views on a page without a kernel: what its script asks a server for, and the script."""
