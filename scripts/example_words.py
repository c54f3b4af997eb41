"""What the example says in words, in every language of the tables."""

from __future__ import annotations

from typing import Final, NamedTuple

from lib.model.languages import LANGUAGES

Said = dict[str, str]  # language to text


def said(*texts: str) -> Said:
    """One text in every language, in the order of ``LANGUAGES``; a single one is the same in all.

    Raises ``ValueError`` where one is missing.
    """
    every = texts * len(LANGUAGES) if len(texts) == 1 else texts
    return dict(zip(LANGUAGES, every, strict=True))


def columns(name: str, texts: Said) -> dict[str, str]:
    """The columns of a text: ``name_en`` and so on."""
    return {f"{name}_{language}": text for language, text in texts.items()}


def filled(texts: Said, **values: str) -> Said:
    """Texts with their gaps filled."""
    return {language: text.format(**values) for language, text in texts.items()}


def line(number: object) -> dict[str, str]:
    """Where a statement stands in its source, as columns."""
    lines = said("line {n}", "riga {n}", "Zeile {n}", "ligne {n}", "línea {n}")
    return columns("locator", filled(lines, n=str(number)))


class Kind(NamedTuple):
    """A programme: its name, what a project of it does, what it counts."""

    name: Said
    summary: Said
    places: str
    people: str


# fmt: off
KINDS: Final = {
    "first-steps": Kind(
        said("First Steps", "Primi passi", "Erste Schritte", "Premiers pas", "Primeros pasos"),
        said("An illustrative project, which does not exist: rooms where parents of small "
             "children meet, learn and rest.",
             "Un progetto illustrativo, che non esiste: spazi in cui genitori di bambini piccoli "
             "si incontrano, imparano e riposano.",
             "Ein erfundenes Projekt zur Veranschaulichung: Räume, in denen Eltern kleiner Kinder "
             "sich treffen, lernen und ausruhen.",
             "Un projet illustratif, qui n’existe pas : des lieux où les parents de jeunes "
             "enfants se retrouvent, apprennent et se reposent.",
             "Un proyecto ilustrativo, que no existe: espacios donde padres y madres de niños "
             "pequeños se encuentran, aprenden y descansan."),
        "family_rooms", "parents"),
    "new-work": Kind(
        said("New Work", "Nuovo lavoro", "Neue Arbeit", "Nouveau travail", "Nuevo trabajo"),
        said("An illustrative project, which does not exist: workshops in which newcomers start "
             "a business or find a job.",
             "Un progetto illustrativo, che non esiste: laboratori in cui chi è appena arrivato "
             "avvia un’impresa o trova un impiego.",
             "Ein erfundenes Projekt zur Veranschaulichung: Werkstätten, in denen Zugewanderte "
             "ein Unternehmen gründen oder eine Stelle finden.",
             "Un projet illustratif, qui n’existe pas : des ateliers où de nouveaux arrivants "
             "créent une entreprise ou trouvent un emploi.",
             "Un proyecto ilustrativo, que no existe: talleres en los que personas recién "
             "llegadas crean una empresa o encuentran empleo."),
        "workshops", "newcomers"),
    "open-schools": Kind(
        said("Open Schools", "Scuole aperte", "Offene Schulen", "Écoles ouvertes",
             "Escuelas abiertas"),
        said("An illustrative project, which does not exist: schools that stay open in the "
             "afternoon for pupils and their families.",
             "Un progetto illustrativo, che non esiste: scuole che restano aperte il pomeriggio "
             "per gli alunni e le loro famiglie.",
             "Ein erfundenes Projekt zur Veranschaulichung: Schulen, die am Nachmittag für Kinder "
             "und ihre Familien offen bleiben.",
             "Un projet illustratif, qui n’existe pas : des écoles qui restent ouvertes "
             "l’après-midi pour les élèves et leurs familles.",
             "Un proyecto ilustrativo, que no existe: escuelas que permanecen abiertas por la "
             "tarde para el alumnado y sus familias."),
        "schools", "pupils"),
}
# id: kind, total, name, one, many
INDICATORS: Final = {
    "family_rooms": ("places", "places",
        said("Family rooms", "Spazi per le famiglie", "Familienräume", "Espaces familles",
             "Espacios para familias"),
        said("family room", "spazio per le famiglie", "Familienraum", "espace familles",
             "espacio para familias"),
        said("family rooms", "spazi per le famiglie", "Familienräume", "espaces familles",
             "espacios para familias")),
    "workshops": ("places", "places",
        said("Workshops", "Laboratori", "Werkstätten", "Ateliers", "Talleres"),
        said("workshop", "laboratorio", "Werkstatt", "atelier", "taller"),
        said("workshops", "laboratori", "Werkstätten", "ateliers", "talleres")),
    "schools": ("places", "places",
        said("Schools", "Scuole", "Schulen", "Écoles", "Escuelas"),
        said("school", "scuola", "Schule", "école", "escuela"),
        said("schools", "scuole", "Schulen", "écoles", "escuelas")),
    "expansion_places": ("places", "",
        said("Places of all kinds", "Luoghi di ogni tipo", "Orte aller Art",
             "Lieux de toute nature", "Lugares de todo tipo"),
        said("place", "luogo", "Ort", "lieu", "lugar"),
        said("places", "luoghi", "Orte", "lieux", "lugares")),
    "parents": ("people", "people",
        said("Parents", "Genitori", "Eltern", "Parents", "Padres y madres"),
        said("parent", "genitore", "Elternteil", "parent", "padre o madre"),
        said("parents", "genitori", "Eltern", "parents", "padres y madres")),
    "newcomers": ("people", "people",
        said("Newcomers", "Nuovi arrivati", "Zugewanderte", "Nouveaux arrivants",
             "Personas recién llegadas"),
        said("newcomer", "nuovo arrivato", "zugewanderte Person", "nouvel arrivant",
             "persona recién llegada"),
        said("newcomers", "nuovi arrivati", "Zugewanderte", "nouveaux arrivants",
             "personas recién llegadas")),
    "pupils": ("people", "people",
        said("Pupils", "Alunni", "Schulkinder", "Élèves", "Alumnos"),
        said("pupil", "alunno", "Schulkind", "élève", "alumno"),
        said("pupils", "alunni", "Schulkinder", "élèves", "alumnos")),
    "training_hours": ("other", "",
        said("Hours of training", "Ore di formazione", "Fortbildungsstunden",
             "Heures de formation", "Horas de formación"),
        said("hour of training", "ora di formazione", "Fortbildungsstunde",
             "heure de formation", "hora de formación"),
        said("hours of training", "ore di formazione", "Fortbildungsstunden",
             "heures de formation", "horas de formación")),
    "co_funders": ("funders", "",
        said("Co-funders", "Cofinanziatori", "Mitfinanzierer", "Cofinanceurs", "Cofinanciadores"),
        said("co-funder", "cofinanziatore", "Mitfinanzierer", "cofinanceur", "cofinanciador"),
        said("co-funders", "cofinanziatori", "Mitfinanzierer", "cofinanceurs",
             "cofinanciadores")),
}
GROUP_NAME: Final = said(
    "Co-funders of the example", "Cofinanziatori dell’esempio", "Mitfinanzierer des Beispiels",
    "Cofinanceurs de l’exemple", "Cofinanciadores del ejemplo")
INVENTED: Final = said("Invented for the example", "Inventato per l’esempio",
                       "Für das Beispiel erfunden", "Inventé pour l’exemple",
                       "Inventado para el ejemplo")
IN_ALL: Final = said(
    "Illustrative: all that {who} has committed.",
    "Illustrativo: tutto ciò che {who} ha impegnato.",
    "Zur Veranschaulichung: alles, was {who} zugesagt hat.",
    "Illustratif : tout ce que {who} a engagé.",
    "Ilustrativo: todo lo que {who} ha comprometido.")
FOR_ONE: Final = said(
    "Illustrative: what {who} has committed to {what}.",
    "Illustrativo: ciò che {who} ha impegnato per {what}.",
    "Zur Veranschaulichung: was {who} für {what} zugesagt hat.",
    "Illustratif : ce que {who} a engagé pour {what}.",
    "Ilustrativo: lo que {who} ha comprometido para {what}.")
PAID: Final = said(
    "Illustrative: paid out to {what} until the end of {year}.",
    "Illustrativo: versato a {what} fino alla fine del {year}.",
    "Zur Veranschaulichung: bis Ende {year} an {what} ausgezahlt.",
    "Illustratif : versé à {what} jusqu’à fin {year}.",
    "Ilustrativo: pagado a {what} hasta finales de {year}.")
COST: Final = said(
    "Illustrative: what {what} costs in all.", "Illustrativo: il costo complessivo di {what}.",
    "Zur Veranschaulichung: was {what} insgesamt kostet.",
    "Illustratif : le coût total de {what}.", "Ilustrativo: el coste total de {what}.")
PLACES: Final = said(
    "Illustrative: the places that {what} is to add.",
    "Illustrativo: i luoghi che {what} deve aggiungere.",
    "Zur Veranschaulichung: die Orte, die mit {what} hinzukommen sollen.",
    "Illustratif : les lieux que {what} doit ajouter.",
    "Ilustrativo: los lugares que debe añadir {what}.")
PEOPLE: Final = said(
    "Illustrative: the people whom {what} is to reach.",
    "Illustrativo: le persone che {what} deve raggiungere.",
    "Zur Veranschaulichung: die Menschen, die {what} erreichen soll.",
    "Illustratif : les personnes que {what} doit toucher.",
    "Ilustrativo: las personas a las que debe llegar {what}.")
REPORTED: Final = said(
    "Illustrative: reported by {what} for {year}.",
    "Illustrativo: comunicato da {what} per il {year}.",
    "Zur Veranschaulichung: von {what} für {year} berichtet.",
    "Illustratif : communiqué par {what} pour {year}.",
    "Ilustrativo: comunicado por {what} para {year}.")
PAYERS_COUNTED: Final = said(
    "Illustrative: how many co-funders there were.",
    "Illustrativo: quanti erano i cofinanziatori.",
    "Zur Veranschaulichung: wie viele Mitfinanzierer es gab.",
    "Illustratif : le nombre de cofinanceurs.", "Ilustrativo: cuántos cofinanciadores había.")
PERIOD: Final = said(
    "Illustrative: when {what} runs.", "Illustrativo: quando si svolge {what}.",
    "Zur Veranschaulichung: wann {what} läuft.", "Illustratif : quand se déroule {what}.",
    "Ilustrativo: cuándo se desarrolla {what}.")
OPENING: Final = said(
    "Illustrative: the first place of {what} opens.",
    "Illustrativo: apre il primo luogo di {what}.",
    "Zur Veranschaulichung: der erste Ort von {what} öffnet.",
    "Illustratif : ouverture du premier lieu de {what}.",
    "Ilustrativo: abre el primer lugar de {what}.")
LEVER: Final = (
    said("Illustrative: the project grows through vocational schools.",
         "Illustrativo: il progetto cresce attraverso le scuole professionali.",
         "Zur Veranschaulichung: Das Projekt wächst über Berufsschulen.",
         "Illustratif : le projet se développe par les lycées professionnels.",
         "Ilustrativo: el proyecto crece a través de las escuelas de formación profesional."),
    said("Illustrative: the project grows through employers, not through schools.",
         "Illustrativo: il progetto cresce attraverso le imprese, non attraverso le scuole.",
         "Zur Veranschaulichung: Das Projekt wächst über Betriebe, nicht über Schulen.",
         "Illustratif : le projet se développe par les employeurs, non par les écoles.",
         "Ilustrativo: el proyecto crece a través de las empresas, no de las escuelas."),
)
EDITION: Final = said("edition {what}", "l’edizione {what}", "Runde {what}",
                      "l’édition {what}", "la edición {what}")
# fmt: on
