"""Questions being answered, with no display: messages in, states out."""
