"""The questions that name the child."""


def name_the_child(fields, name: str) -> None:
    """Ask the questions about the child by name."""
    for field, label, missing in (
        (
            "participation_code",
            f"Did {name} come to the review, and how did they take part?",
            f"Select how {name} took part",
        ),
        ("seen_alone", f"Did you see {name} alone?", f"Select yes if you saw {name} alone"),
        (
            "advocate_offered",
            f"Was {name} offered an advocate?",
            f"Select yes if {name} was offered an advocate",
        ),
        (
            "parents_took_part",
            f"Did {name}'s parents take part?",
            f"Select how {name}'s parents took part",
        ),
        (
            "carers_took_part",
            f"Did {name}'s carers take part?",
            f"Select how {name}'s carers took part",
        ),
        (
            "placement_right",
            f"Is the placement right for {name}?",
            f"Select yes if the placement is right for {name}",
        ),
    ):
        fields[field].label = label
        fields[field].error_messages |= {"required": missing, "invalid_choice": missing}
    fields["not_alone_reason"].label = f"Why was {name} not seen alone?"
    fields["placement_note"].label = f"Why is it not right for {name}?"
