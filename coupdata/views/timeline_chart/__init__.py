"""The timeline as a Plotly figure: where everything stands, what is drawn, and the file it is saved to."""
