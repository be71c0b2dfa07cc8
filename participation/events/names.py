"""Names of what can be followed and of what is news; they are stored and never change."""

DIALOGUE, THREAD = "participation.dialogue", "participation.thread"
TOPIC, PLACE = "participation.topic", "participation.place"
ADMINISTRATION, BODY = "participation.administration", "participation.body"
NEW_DIALOGUES, ALL = "participation.new_dialogues", 1  # one thing for the whole municipality

OPENED, PHASE, UPDATE = "participation.opened", "participation.phase_begun", "participation.update"
EXTENDED, CANCELLED, RESUMED = "participation.extended", "participation.cancelled", "participation.resumed"
REPLY, ANSWERED = "participation.reply", "participation.answered"
HIDDEN, SORTED = "participation.hidden", "participation.sorted"
OUTCOME, COMMITMENTS = "participation.outcome_published", "participation.commitments_changed"
WITHDRAWN = "participation.commitments_withdrawn"
CORRECTED, TAKEN_BACK = "participation.outcome_corrected", "participation.outcome_taken_back"
OVERDUE, NOTHING_NEW, MOVED = "participation.promise_overdue", "participation.nothing_new", "participation.promise_moved"
