"""The project's own gold set: documents, their annotations, the measures. GUIDELINES.md says how it is annotated."""
