"""What drawings share: geometry, SVG as elements, the widget that shows them, and the same in words."""
