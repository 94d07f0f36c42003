"""What an action raises when it may not be done."""


class Refusal(Exception):
    """A deed that is not allowed now, with the sentence that tells the person why."""

    def __init__(self, sentence: str):
        super().__init__(sentence)
        self.sentence = sentence
