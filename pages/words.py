"""What words mean: how are the figures to be read?"""

from lib.view import glossary, panels
from lib.view.visit import current_reader

visit = current_reader()
panels.page_title(visit.words.gettext("How to read, and what words mean"))
glossary.channels(visit)
glossary.terms(visit)
