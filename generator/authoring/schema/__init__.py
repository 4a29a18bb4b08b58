"""JSON Schemas of the files of `plans/`, for editors: drawn from the models, the texts and the catalogues."""
