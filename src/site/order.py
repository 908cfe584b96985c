#!/usr/bin/env python3
"""An order that is cancelled unless it is paid in time. Talks to the running Carillon; needs nothing but Python.

    order.py [--data DIR] place ORDER SECONDS COMMAND...    cancels the order in so many seconds, by that command
    order.py [--data DIR] paid ORDER                        takes that back: the command never runs; fails if it is too late for that
    order.py [--data DIR] state ORDER                       waiting, being cancelled, cancelled, failed, or paid or never placed

An ORDER is made of small letters, digits, dots, hyphens and underscores. Once it was cancelled, it cannot be placed again.
"""
import datetime
import json
import os
import pathlib
import sys
import urllib.error
import urllib.parse
import urllib.request


def data_directory(arguments):
    """Where --data, CARILLON_DATA or the platform says."""
    if arguments[:1] == ["--data"] and len(arguments) > 1:
        return pathlib.Path(arguments[1]), arguments[2:]
    if os.environ.get("CARILLON_DATA"):
        return pathlib.Path(os.environ["CARILLON_DATA"]), arguments
    home = pathlib.Path.home()
    if sys.platform == "darwin":
        return home / "Library/Application Support/Carillon", arguments
    if sys.platform == "win32":
        return pathlib.Path(os.environ["LOCALAPPDATA"], "Carillon"), arguments
    return pathlib.Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share", "carillon"), arguments


class Carillon:
    def __init__(self, directory):
        self.nobody = "carillon: no instance runs in {}; start one: carillon run".format(directory)
        try:
            control = json.loads((directory / "control.json").read_text())
        except OSError:
            sys.exit(self.nobody)
        self.url, self.token = control["url"], control["token"]

    def ask(self, method, path, body=None):
        """The answer; None where there is nothing at that path."""
        request = urllib.request.Request(
            self.url + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": "Bearer " + self.token, "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request) as response:
                return json.loads(response.read() or "{}")
        except urllib.error.HTTPError as error:
            problem = json.loads(error.read())
            if error.code == 404:
                return None
            sys.exit("carillon: {field}{detail}".format(
                field=problem["field"] + ": " if "field" in problem else "", detail=problem["detail"]))
        except urllib.error.URLError:
            sys.exit(self.nobody)


def job(order):
    return "/v1/jobs/" + urllib.parse.quote("order-" + order, safe="")


def cancelling(carillon, order):
    """How the run that cancels the order stands; None before it, and where it was skipped."""
    runs = carillon.ask("GET", "/v1/runs?limit=1&job=" + urllib.parse.quote("order-" + order, safe=""))["items"]
    return runs[0]["state"] if runs and runs[0]["state"] not in ("SKIPPED", "MISSED") else None


def place(carillon, order, seconds, command):
    if cancelling(carillon, order):
        sys.exit("order {} was placed before, and is {}".format(order, words(carillon, order)))
    due = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
    placed = carillon.ask("PUT", job(order), {
        "name": "Cancel order " + order,
        "group": "orders",
        "trigger": {"type": "date", "at": due.isoformat()},
        "action": {"type": "command", "command": command},
        "policy": {"removeWhenDone": True},
    })
    print("order", order, "will be cancelled at", placed["nextRun"])


def paid(carillon, order):
    # The job is there until its run has ended: what has begun is not taken back.
    if carillon.ask("DELETE", job(order)) is None or cancelling(carillon, order):
        sys.exit("order {}: too late, or not known".format(order))
    print("order", order, "is paid")


def words(carillon, order):
    run = cancelling(carillon, order)
    if run is None:
        return "waiting" if carillon.ask("GET", job(order)) else "paid or never placed"
    return {"SUCCEEDED": "cancelled", "QUEUED": "being cancelled", "RUNNING": "being cancelled"}.get(run, "failed")


def number(text):
    try:
        return float(text)
    except ValueError:
        sys.exit(__doc__)


def main(arguments):
    directory, arguments = data_directory(arguments)
    if len(arguments) >= 4 and arguments[0] == "place":
        place(Carillon(directory), arguments[1], number(arguments[2]), arguments[3:])
    elif len(arguments) == 2 and arguments[0] == "paid":
        paid(Carillon(directory), arguments[1])
    elif len(arguments) == 2 and arguments[0] == "state":
        print(words(Carillon(directory), arguments[1]))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
