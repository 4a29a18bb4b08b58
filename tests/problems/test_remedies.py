from collections.abc import Iterator

import pytest

from generator.problems import remedies


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    remedies.this_system.cache_clear()
    yield
    remedies.this_system.cache_clear()


@pytest.mark.parametrize("system", remedies.SYSTEMS)
@pytest.mark.parametrize("thing", [remedies.PANGO, "Nazli", "Titr"])
def test_every_system_has_a_way_to_everything_that_a_build_needs(thing: str, system: str) -> None:
    said = remedies.remedy(thing, system)

    assert said.endswith(".")
    assert said.startswith("این فرمان را اجرا کنید: «") or "SANAD_FONTS" in said
    assert "{" not in said
    assert "پرونده‌های قلم «" not in said


def test_pango_comes_by_a_command_on_every_system() -> None:
    said = [remedies.remedy(remedies.PANGO, system) for system in remedies.SYSTEMS]

    assert [next(word for word in ("apt", "dnf", "brew", "pacman") if word in text) for text in said] == [
        "apt", "dnf", "brew", "pacman",
    ]  # fmt: skip


def test_a_face_of_another_look_is_asked_for_by_its_name() -> None:
    assert remedies.remedy("Vazirmatn", "fedora") == (
        "پرونده‌های قلم «Vazirmatn»، معمولی و سیاه، را در پوشهٔ قلم‌های این رایانه بگذارید،"
        " یا پوشهٔ آن‌ها را در متغیر محیطی SANAD_FONTS نام ببرید."
    )


@pytest.mark.parametrize(
    ("release", "system"),
    [
        ({"ID": "debian"}, "debian"),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "debian"),
        ({"ID": "fedora"}, "fedora"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "fedora"),
        ({"ID": "alpine"}, "debian"),
    ],
)
def test_a_linux_is_known_by_its_family(release: dict[str, str], system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: release)

    assert remedies.this_system() == system


@pytest.mark.parametrize(("name", "system"), [("darwin", "macos"), ("win32", "windows")])
def test_macos_and_windows_are_known_by_the_platform(name: str, system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", name)

    assert remedies.this_system() == system
