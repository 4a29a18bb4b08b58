"""JSON Schemas of the files of `plans/`, for editors: drawn from the models and the catalogues."""
