"""Rules over a call: its days in their order, and applicants judged by its own criteria."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.checks.contracts import WHOLE
from generator.checks.kinds import KINDS
from generator.checks.references import remedy_for
from generator.checks.scope import Finding, ProvinceCase
from generator.model.known import Unknown
from generator.model.records.call import Applicant, Call
from generator.persian import JalaliDate, decimal_text

ACCEPTED, REFUSED = "پذیرفته", "ردشده"


def days_of_a_call_follow_each_other(case: ProvinceCase) -> Iterator[Finding]:
    """Questions are asked while offers can be made; offers are opened, then judged, once no more can come.

    Of a call that closes before it opens only that is said.
    """
    for record, call in _calls(case):
        closed = call.deadline
        if _after(call.published_on, closed):
            continue
        asked, opened, judged = call.questions_until, call.opening.date, call.judgement.date
        if _after(asked, closed):
            yield case.finding("questions-after-deadline", record, ("questions_until",), date=str(asked), deadline=str(closed))
        if _after(closed, opened):
            yield case.finding("opened-before-deadline", record, ("opening", "date"), date=str(opened), deadline=str(closed))
        if _after(closed, judged) or _after(opened, judged):
            values = {"date": str(judged), "before": str(closed if _after(closed, judged) else opened)}
            yield case.finding("judged-before-deadline", record, ("judgement", "date"), **values)


def scores_are_of_the_calls_own_criteria(case: ProvinceCase) -> Iterator[Finding]:
    """Points count by the criterion that they are of, and an applicant applies for a lot that there is."""
    for record, call in _calls(case):
        criteria = {criterion.id: criterion.title for criterion in call.criteria}
        lots = {lot.id: lot.title for lot in call.lots}
        for at, applicant in enumerate(call.applicants):
            path = ("applicants", at)
            seen: set[str] = set()
            for score_at, scored in enumerate(applicant.scores):
                if scored.criterion not in criteria:
                    values = _unknown("criterion", scored.criterion, criteria)
                    yield case.finding("reference-unknown", record, (*path, "scores", score_at, "criterion"), **values)
                elif scored.criterion in seen:
                    yield case.finding(
                        "criterion-twice", record, (*path, "scores", score_at, "criterion"), title=criteria[scored.criterion]
                    )
                seen.add(scored.criterion)
            for lot_at, lot in enumerate(applicant.lots):
                if lot not in lots:
                    yield case.finding("reference-unknown", record, (*path, "lots", lot_at), **_unknown("lot", lot, lots))


def stated_scores_are_those_of_the_criteria(case: ProvinceCase) -> Iterator[Finding]:
    """The total of the minutes is the weighted sum of the points, as exactly as it is stated."""
    for record, call in _calls(case):
        for at, applicant in enumerate(call.applicants):
            stated, points = applicant.score, call.points(applicant)
            # Weights that make no whole are reported as such.
            if stated is None or isinstance(points, Unknown) or sum(each.weight for each in call.criteria) != WHOLE:
                continue
            if points.quantize(Decimal(1).scaleb(_exponent(stated)), ROUND_HALF_UP) != stated:
                values = {"stated": decimal_text(stated), "points": decimal_text(round(points, 2).normalize())}
                yield case.finding("score-differs", record, ("applicants", at, "score"), **values)


def _exponent(stated: Decimal) -> int:
    exponent = stated.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def the_accepted_are_good_enough(case: ProvinceCase) -> Iterator[Finding]:
    """An applicant below the minimum is not accepted; a better one is not refused without a word why."""
    for record, call in _calls(case):
        for at, applicant in enumerate(call.applicants):
            score = _score(call, applicant)
            if applicant.outcome != ACCEPTED or score is None:
                continue
            if call.minimum_score is not None and score < call.minimum_score:
                values = {"score": decimal_text(score), "minimum": decimal_text(call.minimum_score)}
                yield case.finding("accepted-below-minimum", record, ("applicants", at, "outcome"), **values)
            for other_at, other in enumerate(call.applicants):
                better = _score(call, other)
                same = not call.lots or set(other.lots) & set(applicant.lots)
                if other.outcome == REFUSED and not other.reason and same and better is not None and better > score:
                    values = {"score": decimal_text(better), "accepted": decimal_text(score)}
                    yield case.finding("better-one-refused", record, ("applicants", other_at, "outcome"), **values)


def _score(call: Call, applicant: Applicant) -> Decimal | None:
    points = call.points(applicant)
    return applicant.score if isinstance(points, Unknown) else points


def _unknown(kind: str, cited: str, known: dict[str, str]) -> dict[str, object]:
    return {"kind": KINDS[kind], "id": cited, "remedy": remedy_for(cited, known)}


def _after(later: JalaliDate | Unknown, day: JalaliDate | Unknown) -> bool:
    return not isinstance(later, Unknown) and not isinstance(day, Unknown) and later > day


def _calls(case: ProvinceCase) -> Iterator[tuple[str, Call]]:
    yield from ((f"calls/{call.id}", call) for call in case.province.calls)
