"""Disagreements: where do sources differ, and which value do we use?"""

from lib.figures import disagreements as figures
from lib.figures import groups
from lib.model.rows import each
from lib.view import differing, panels
from lib.view.visit import current
from lib.wording import disagreements as texts

visit = current()
portfolio, words = visit.portfolio, visit.words
_ = words.gettext
panels.finding(visit, "disagreements", lambda: texts.page_title(figures.count(portfolio), words))
differing.sections(visit, groups.shown(portfolio))
sums = figures.totals_against_parts(portfolio)
agreeing = sums[~sums["is_disagreement"]]
panels.sentences(visit, _("Totals that agree with their parts"),
                 lambda: [texts.agreeing(row, words) for row in each(agreeing)],
                 "agreeing-totals")  # fmt: skip
