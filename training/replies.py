"""What the model says after a call: one line that repeats what it understood."""

import re

from clock import spoken


def spoken_duration(duration):
    """ "1h30m" as a reply says it: "1 hour and 30 minutes"."""
    parts = re.findall(r"(\d+)([hms])", duration)
    units = {"h": "hour", "m": "minute", "s": "second"}
    return " and ".join(f"{count} {units[unit]}{'s' * (count != '1')}" for count, unit in parts)


def _day(said):
    day = said.get("day")
    return "" if not day else f" {day}" if day in ("today", "tonight", "tomorrow") else f" on {day.capitalize()}"


def _when(said):
    return _day(said) + (f" at {spoken(said['time'])}" if "time" in said else "")


def _yours(text):
    words = text.split(" ", 1)
    return f"your {words[1]}" if words[0].lower() == "my" and len(words) > 1 else text


REPLIES = {
    "set_alarm": lambda s: f"Sure! Your alarm is set to {spoken(s['time'])}{_day(s)}.",
    "cancel_alarm": lambda s: f"Okay, the alarm{' at ' + spoken(s['time']) if 'time' in s else ''} is cancelled.",
    "set_timer": lambda s: f"Your timer is set for {spoken_duration(s['duration'])}.",
    "create_reminder": lambda s: f"I'll remind you{_when(s)}: {s['text']}.",
    "add_event": lambda s: f"I've added {s['title']} to your calendar{_when(s)}.",
    "call": lambda s: f"Calling {_yours(s['contact'])}.",
    "send_message": lambda s: f"Your message to {_yours(s['contact'])} is sent.",
    "play_music": lambda s: f"Now playing {_yours(s['query'])}.",
    "pause_music": lambda s: "The music is paused.",
    "next_track": lambda s: "Here is the next one.",
    "set_volume": lambda s: f"The volume is at {s['level']}.",
    "get_weather": lambda s: f"Here is the weather{' for ' + s['place'] if 'place' in s else ''}{_day(s)}.",
    "set_light": lambda s: f"The {_yours(s['room']) + ' ' if 'room' in s else ''}light is {s['state']}.",
    "set_thermostat": lambda s: f"The thermostat is set to {s['degrees']} degrees.",
    "navigate": lambda s: f"Showing you the way to {_yours(s['place'])}.",
    "create_note": lambda s: f"I've written that down: {s['text']}.",
    "add_to_list": lambda s: f"I've added {s['item']} to your{' ' + s['list'] if 'list' in s else ''} list.",
    "none": lambda s: "Sorry, I can't do that. I can help with alarms, messages, music and the like.",
    "set_flashlight": lambda s: f"The flashlight is {s['state']}.",
}


def reply(api, arguments):
    """The reply to a call of `api`."""
    return REPLIES[api](arguments)
