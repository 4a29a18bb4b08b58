"""Sentences about `sanad.yaml`."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "steps-not-each-once": (
        "E",
        "هر گام باید درست یک بار در این ترتیب بیاید؛ {faults}.",
        "همهٔ گام‌ها را بنویسید یا این کلید را بردارید تا ترتیب سند منبع به کار رود.",
    ),
    "steps-without-beginning": (
        "E",
        "نخستین گام باید «{first}» باشد؛ هر محله از آغاز در آن است.",
        "«{first}» را به آغاز فهرست ببرید.",
    ),
}
