"""Projects: every project as a card, one in full, two or three side by side."""

from lib.view import comparison, panels, profile, project_cards
from lib.view.visit import current
from lib.wording import project as texts

visit = current()
portfolio, words = visit.portfolio, visit.words
_ = words.gettext
chosen = profile.choice(visit)
if not chosen:
    panels.finding(visit, "projects", lambda: texts.page_title(len(portfolio.projects), words))
    project_cards.cards(visit)
elif len(chosen) == 1:
    profile.whole(visit, chosen[0])
else:
    comparison.side_by_side(visit, chosen)
