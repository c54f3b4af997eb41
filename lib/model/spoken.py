"""Texts in every language: declared once, a column a language in the file."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Any, ClassVar

import pandas as pd
import pandera.pandas as pa

from lib.model.fields import column
from lib.model.languages import LANGUAGES

Versions = dict[str, str]  # language to the name of the column that holds its text


@dataclass(frozen=True)
class _Spoken:
    is_required: bool


def spoken(*, required: bool = True) -> Any:  # noqa: ANN401 - stands where pandera's Field does
    """A text in every language; a field ``name`` stands for ``name_en``, ``name_it`` and so on."""
    return _Spoken(required)


class TableModel(pa.DataFrameModel):
    """A model of a table in which a field may be :func:`spoken`."""

    _texts: ClassVar[dict[str, Versions]] = {}

    def __init_subclass__(cls, **options: Any) -> None:
        """Put the columns of the languages in the place of each spoken field."""
        cls._texts = dict(cls._texts)
        annotations: dict[str, Any] = {}
        for name, annotation in inspect.get_annotations(cls).items():
            declared = vars(cls).get(name)
            if not isinstance(declared, _Spoken):
                annotations[name] = annotation
                continue
            delattr(cls, name)
            cls._texts[name] = {language: f"{name}_{language}" for language in LANGUAGES}
            for version in cls._texts[name].values():
                field = column("text", required=declared.is_required)
                field.__set_name__(cls, version)  # as Python does for what a class body holds
                setattr(cls, version, field)
                annotations[version] = annotation
        cls.__annotations__ = annotations
        super().__init_subclass__(**options)  # type: ignore[no-untyped-call]

    @classmethod
    def texts(cls) -> dict[str, Versions]:
        """The spoken fields by name: the column of each language."""
        return cls._texts

    @classmethod
    def in_language(cls, rows: pd.DataFrame, language: str) -> pd.DataFrame:
        """The rows of the table with the texts of one language: ``name_en`` becomes ``name``."""
        spoken = {versions[language]: text for text, versions in cls._texts.items()}
        every = [name for versions in cls._texts.values() for name in versions.values()]
        others = [name for name in every if name not in spoken]
        return rows.drop(columns=others).rename(columns=spoken)
