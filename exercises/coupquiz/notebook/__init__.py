"""Questions asked through Jupyter's widgets."""
