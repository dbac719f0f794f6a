"""What type an event is that is pledged, threatened or refused rather than done."""

from __future__ import annotations

PLEDGES = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
YIELDING = frozenset({"CONCEDE", "RETREAT"})
# A hostile act that is announced is a threat; the mode says with what.
THREATS = {
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "COERCE": "restrict",
    "SANCTION": "restrict",
}
THREAT_MODES = {"expel": "expel", "arrest": "arrest"}
REFUSAL_MODES = {"CONSULT": "meet", "CONCEDE": "yield", "RETREAT": "yield"}


def retype(kind: tuple[str, str, str], status: str) -> tuple[str, str]:
    """Return type and mode of what is pledged, threatened or refused rather than done.

    What somebody considers, or says he may do, is offered or threatened too.
    """
    event_type, mode, context = kind
    if status == "refused":
        return "REJECT", REFUSAL_MODES.get(event_type, "assist" if event_type in PLEDGES else "")
    if status not in ("planned", "considered"):
        return event_type, mode
    if event_type in PLEDGES | YIELDING:
        return "AGREE", ""
    if event_type in THREATS:
        threat = THREAT_MODES.get(mode, THREATS[event_type])
        cuts_ties = threat == "restrict" and context == "diplomatic"
        return "THREATEN", "relations" if cuts_ties else threat
    return event_type, mode
