"""What changed: what was added, removed and changed since an earlier version?"""

from lib.view import changes
from lib.view.visit import current

changes.page(current())
