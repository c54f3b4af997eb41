"""What the example says exists: a foundation, projects, towns, payers. All of it is invented."""

from __future__ import annotations

from typing import Final, NamedTuple

from scripts.example_words import KINDS

FOUNDATION: Final = "lantern"
GROUP: Final = "co-funders"
LAST_REPORT: Final = 2025


class Edition(NamedTuple):
    """A round of projects and its years; ``places`` is what the page says it adds in all."""

    edition_id: str
    start: int
    end: int
    places: int


class Project(NamedTuple):
    """A project: what it promises, in which money it is paid, which towns it names.

    ``towns``: how many of those of each country, its origin the first.
    """

    project_id: str
    edition_id: str
    programme_id: str
    name: str
    partner: str
    towns: dict[str, int]
    currency: str
    places: tuple[int, str]
    people: tuple[int, str]


class Payer(NamedTuple):
    """A payer with the projects it pays for beside the foundation."""

    funder_id: str
    name: str
    organisation_type: str
    country_code: str
    project_ids: tuple[str, ...]


EDITIONS: Final = (
    Edition("1", 2018, 2020, 17),
    Edition("2", 2020, 2022, 66),
    Edition("3", 2022, 2024, 34),  # its projects add up to less
    Edition("4", 2024, 2026, 0),
)
LONG_NAME: Final = (
    "Porta Aberta: comunidade de aprendizagem do bairro e da escola para famílias recém-chegadas"
)
# fmt: off
PROJECTS: Final = (
    Project("primeiros-passos", "1", "first-steps", "Primeiros Passos", "Associação Exemplo Lua",
            {"PT": 5}, "EUR", (4, "exact"), (1800, "exact")),
    Project("casa-comune", "1", "first-steps", "Casa comune", "Cooperativa Esempio Sole",
            {"IT": 6}, "EUR", (7, "exact"), (2400, "about")),
    Project("neue-werkbank", "1", "new-work", "Neue Werkbank", "Beispielverein Hammer",
            {"DE": 5}, "EUR", (6, "exact"), (650, "exact")),
    Project("buoc-dau-doi", "2", "first-steps", "Bước Đầu Đời", "Trung tâm Ví Dụ Hoa Sen",
            {"VN": 7}, "USD", (24, "at_least"), (12000, "at_least")),
    Project("khatawat-ula", "2", "first-steps", "خطوات أولى", "جمعية المثال",
            {"EG": 6}, "EUR", (12, "exact"), (5200, "exact")),
    Project("nowy-start", "2", "new-work", "Nowy start", "Stowarzyszenie Przykład",
            {"PL": 5}, "EUR", (10, "up_to"), (900, "about")),
    Project("escola-viva", "2", "open-schools", "Escola viva", "Instituto Exemplo Rio",
            {"BR": 6}, "USD", (9, "exact"), (7000, "exact")),
    Project("ajira-mpya", "3", "new-work", "Ajira mpya", "Shirika la Mfano",
            {"KE": 7}, "USD", (8, "exact"), (1500, "at_least")),
    Project("madrasa-maftuha", "3", "open-schools", "مدرسة مفتوحة", "مركز المثال للتعليم",
            {"JO": 4, "EG": 2}, "EUR", (6, "exact"), (3600, "exact")),
    Project("scuola-di-sera", "3", "open-schools", "Scuola di sera", "Fondazione Esempio Libro",
            {"IT": 8}, "EUR", (9, "exact"), (2100, "exact")),
    Project("taller-nuevo", "3", "new-work", "Taller nuevo", "Corporación Ejemplo Andina",
            {"CO": 5}, "USD", (6, "exact"), (800, "up_to")),
    Project("lop-hoc-mo", "4", "open-schools", "Lớp Học Mở", "Trung tâm Ví Dụ Tre Xanh",
            {"VN": 6}, "USD", (10, "exact"), (9500, "exact")),
    Project("hand-in-hand", "4", "new-work", "Hand in Hand", "Beispielwerk Brücke",
            {"DE": 3, "PL": 3}, "EUR", (5, "exact"), (1200, "exact")),
    Project("mwanzo-mwema", "4", "first-steps", "Mwanzo mwema", "Kikundi cha Mfano",
            {"KE": 5}, "USD", (15, "up_to"), (4000, "about")),
    Project("porta-aberta", "4", "open-schools", LONG_NAME, "Rede Exemplo Ponte",
            {"PT": 4, "BR": 3}, "EUR", (6, "exact"), (2600, "exact")),
)
PAYERS: Final = (
    Payer("harbour", "Harbour Example Bank", "company", "DE",
          ("neue-werkbank", "nowy-start", "hand-in-hand")),
    Payer("orchard", "Orchard Example Association", "association", "IT",
          ("casa-comune", "primeiros-passos", "scuola-di-sera")),
    Payer("riverside", "Riverside Example City Council", "public", "PL",
          ("nowy-start", "hand-in-hand")),
    Payer("cedar", "Cedar Example Trust for Families, Schools and Work", "foundation", "US",
          ("ajira-mpya", "escola-viva", "taller-nuevo")),
    Payer("cuu-long", "Quỹ Ví Dụ Cửu Long", "company", "VN", ("buoc-dau-doi", "lop-hoc-mo")),
    Payer("nahr", "مؤسسة النهر (مثال)", "foundation", "EG", ("khatawat-ula", "madrasa-maftuha")),
)
TOWNS: Final = {  # degrees, to two places
    "BR": (("Recife", -8.05, -34.90), ("Fortaleza", -3.73, -38.52), ("Belém", -1.46, -48.49),
           ("Salvador", -12.97, -38.50), ("Manaus", -3.10, -60.02), ("Natal", -5.79, -35.21)),
    "CO": (("Bogotá", 4.61, -74.08), ("Cali", 3.44, -76.52), ("Medellín", 6.25, -75.56),
           ("Pasto", 1.21, -77.28), ("Cúcuta", 7.89, -72.51)),
    "DE": (("Berlin", 52.52, 13.41), ("Leipzig", 51.34, 12.37), ("Dortmund", 51.51, 7.47),
           ("Bremen", 53.08, 8.81), ("Nürnberg", 49.45, 11.08)),
    "EG": (("القاهرة", 30.04, 31.24), ("أسيوط", 27.18, 31.18), ("الأقصر", 25.70, 32.64),
           ("المنصورة", 31.04, 31.38), ("أسوان", 24.09, 32.90), ("المنيا", 28.11, 30.75)),
    "IT": (("Roma", 41.89, 12.48), ("Torino", 45.07, 7.69), ("Bologna", 44.49, 11.34),
           ("Bari", 41.12, 16.87), ("Palermo", 38.12, 13.36), ("Napoli", 40.85, 14.27),
           ("Trento", 46.07, 11.12), ("Cagliari", 39.22, 9.12)),
    "JO": (("عمّان", 31.95, 35.93), ("إربد", 32.55, 35.85), ("الكرك", 31.18, 35.70),
           ("معان", 30.19, 35.73)),
    "KE": (("Nairobi", -1.29, 36.82), ("Kisumu", -0.10, 34.76), ("Nakuru", -0.30, 36.07),
           ("Eldoret", 0.52, 35.27), ("Garissa", -0.45, 39.65), ("Nyeri", -0.42, 36.95),
           ("Meru", 0.05, 37.65)),
    "PL": (("Warszawa", 52.23, 21.01), ("Lublin", 51.25, 22.57), ("Łódź", 51.77, 19.46),
           ("Gdańsk", 54.35, 18.65), ("Wrocław", 51.10, 17.03)),
    "PT": (("Lisboa", 38.72, -9.14), ("Porto", 41.15, -8.61), ("Braga", 41.55, -8.43),
           ("Coimbra", 40.21, -8.43), ("Évora", 38.57, -7.91)),
    "VN": (("Hà Nội", 21.02, 105.84), ("Huế", 16.46, 107.59), ("Đà Nẵng", 16.07, 108.22),
           ("Cần Thơ", 10.04, 105.79), ("Buôn Ma Thuột", 12.67, 108.05),
           ("Quy Nhơn", 13.78, 109.22), ("Vinh", 18.67, 105.69)),
}
# fmt: on


def counted(project: Project) -> tuple[str, str]:
    """The indicators of a project: of its places, of its people."""
    return KINDS[project.programme_id].places, KINDS[project.programme_id].people


def edition_of(project: Project) -> Edition:
    """The edition of a project."""
    return EDITIONS[int(project.edition_id) - 1]
