"""The Persian sentences about problems, one module a stage: code -> (severity letter E/G/W, sentence, hint)."""

from generator.problems.sentences import (
    command,
    contents,
    data,
    documents,
    formatting,
    inspection,
    machine,
    rules,
    settings,
    starting,
    values,
    yaml,
)

Group = dict[str, tuple[str, str, str]]

ALL: tuple[Group, ...] = (
    yaml.SENTENCES,
    values.SENTENCES,
    data.SENTENCES,
    rules.SENTENCES,
    contents.SENTENCES,
    starting.SENTENCES,
    documents.SENTENCES,
    machine.SENTENCES,
    command.SENTENCES,
    settings.SENTENCES,
    inspection.SENTENCES,
    formatting.SENTENCES,
)
