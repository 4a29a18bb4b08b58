from collections.abc import Iterator

import pytest

from generator.problems import remedies


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    remedies.this_system.cache_clear()
    yield
    remedies.this_system.cache_clear()


def test_pango_comes_by_a_command_on_every_system() -> None:
    said = [remedies.remedy(remedies.PANGO, system) for system in remedies.SYSTEMS]

    assert [next(word for word in ("apt", "dnf", "pip") if word in text) for text in said] == ["apt", "dnf", "pip", "pip"]


@pytest.mark.parametrize("system", remedies.SYSTEMS)
def test_every_system_has_a_way_to_the_faces_of_the_default_look_and_one_without_them(system: str) -> None:
    said = remedies.of_faces(["Nazli", "Titr"], system)

    assert said.endswith("؛ یا ظاهر «amiri» را به کار ببرید که قلم‌هایش همراه برنامه است:"
                         " سطر «look: amiri» در sanad.yaml، یا «--look amiri» در فرمان.")  # fmt: skip
    assert remedies.of_faces(["Titr"], system, or_look=False) == f"{said.partition('؛')[0]}."
    assert ("apt install fonts-farsiweb" in said, "SANAD_FONTS" in said, "{" in said) == (system == "debian", False, False)


def test_on_windows_the_faces_are_installed_in_plain_words() -> None:
    assert remedies.of_faces(["Nazli"], "windows", or_look=False) == (
        "پرونده‌های آن‌ها را از واحد رایانهٔ اداره یا از رایانه‌ای که آن‌ها را دارد بگیرید (همراه ویندوز و Office نیست)،"
        " روی هر یک راست‌کلیک کنید و «Install» (برای خودتان) یا «Install for all users» (برای همهٔ کاربران این رایانه) را بزنید."
    )


def test_a_face_of_another_look_is_to_be_put_among_those_of_the_machine_or_into_a_folder_that_is_named() -> None:
    said = remedies.of_faces(["Nazli", "Vazirmatn"], "debian", or_look=False)

    assert said == f"{remedies.OTHER_FACES}." and "SANAD_FONTS" in said


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
