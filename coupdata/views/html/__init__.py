"""What all views share: elements, pages, the widget that shows them, colours and words."""
