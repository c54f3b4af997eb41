"""Try your own tables: the same dashboard over files of yours."""

from lib.view import own
from lib.view.visit import current

own.page(current())
