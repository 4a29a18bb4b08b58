"""How a document looks: roles, pages, looks and the faces of this machine."""
