"""Built-in plugins: one capability a folder, registered like any third party."""
