"""One table of ratios: what `sanad` takes beside what the same machine takes for something else, in one run."""
