"""Check of the tables: what is wrong with them, what is doubtful?"""

from lib.view import faults
from lib.view.visit import current

visit = current()
faults.check(visit.standing, visit.words)
