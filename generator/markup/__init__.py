"""From template text to the document tree: `templating` prints markup, `reader` reads it strictly."""
