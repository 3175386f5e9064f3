from dataclasses import dataclass, field

import pytest
from pantau.ui.state import SCOPE, load_state, save_state
from qgis.core import QgsProject


@dataclass
class Choices:
    layer: str = ""
    count: int = 3
    share: float = 0.5
    shown: bool = True
    fields: list = field(default_factory=list)
    rules: dict = field(default_factory=dict)
    chosen: object = None


CHANGED = Choices("classes_1", 7, 2.0, False, ["WADMKC", "desa <é>"], {"1": {"KS1": "no"}}, "K")


def test_nothing_saved_gives_the_default(qgis_new_project):
    assert load_state(Choices, "dock") == Choices()


def test_it_survives_saving_closing_and_opening(tmp_path, qgis_new_project):
    project, path = QgsProject.instance(), str(tmp_path / "project.qgz")
    save_state("dock", CHANGED)
    assert project.isDirty()
    assert project.write(path)
    project.clear()
    assert load_state(Choices, "dock") == Choices()
    assert project.read(path)
    assert load_state(Choices, "dock") == CHANGED
    assert load_state(Choices, "other") == Choices()


def test_saving_what_is_there_leaves_the_project_unchanged(tmp_path, qgis_new_project):
    save_state("dock", CHANGED)
    QgsProject.instance().setDirty(False)
    save_state("dock", CHANGED)
    assert not QgsProject.instance().isDirty()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "3", '{"unknown": 1}'])
def test_what_is_broken_gives_the_default(text, qgis_new_project):
    QgsProject.instance().writeEntry(SCOPE, "dock", text)
    assert load_state(Choices, "dock") == Choices()


def test_a_broken_value_gives_its_own_default(qgis_new_project):
    text = '{"layer": 5, "count": true, "share": 2, "shown": 1, "fields": {}, "rules": [], "chosen": [1], "gone": 1}'
    QgsProject.instance().writeEntry(SCOPE, "dock", text)
    assert load_state(Choices, "dock") == Choices(share=2.0, chosen=[1])
    assert type(load_state(Choices, "dock").share) is float
