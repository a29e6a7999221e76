"""Words of requests as hurried people write them, beyond what a slip of the fingers makes of them."""

LINES = """\
tomorrow: tommorow, tommorrow, tomorow, tmrw, tomoro, 2morrow
tonight: tonite, 2nite, tonigt
today: 2day, todya
wednesday: wensday, wednsday
please: plz, pls, plese, pleas
the: teh, th, da
you: u, yu
your: ur
are: r
for: fro, foor
and: n, adn, &
want: wanna, wnat
going: gonna, goin
message: msg, mesage, massage
text: txt
weather: wheather, wether, weahter
remind: remeind, remid
alarm: alram, allarm
reminder: remainder, remider
volume: volum, vollume
timer: tiemr, timmer
light: lite, lihgt
lights: lites, lihgts
calendar: calender, calander
thermostat: thermostate, termostat
appointment: apointment, appt
minutes: mins, minuts
navigate: navgiate, navigat
flashlight: flashligth, flash light
grocery: groccery
groceries: grocerys
because: cuz, cause
schedule: shedule, schedual
degrees: degress, degres
directions: directons
pause: pasue, puase
play: paly, pley
next: nxt, nex
with: w, wiht
okay: k, oki
know: kno
call: cal, caal
through: thru
what: wat, wht
what's: whats, wats
turn: trun, tunr
have: hav
""".splitlines()
SPELLINGS = {word: tuple(others.split(", ")) for word, others in (line.split(": ") for line in LINES)}
