"""In place of JupyterLite's package of this name, which a kernel asks for, and which takes long to import.

Nothing can be installed in the site: what the lesson needs comes with it.
"""

from piplite.piplite import install as install
