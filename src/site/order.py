#!/usr/bin/env python3
"""An order that is cancelled unless it is paid in time. Talks to the running Carillon; needs nothing but Python.

    order.py [--data DIR] place ORDER SECONDS COMMAND...    cancels the order in so many seconds, by that command
    order.py [--data DIR] paid ORDER                        takes that back: the command never runs
    order.py [--data DIR] state ORDER                       waiting, cancelled, failed or paid
"""
import datetime
import json
import os
import pathlib
import sys
import urllib.error
import urllib.request


def data_directory(arguments):
    """Where --data, CARILLON_DATA or the platform says."""
    if arguments[:1] == ["--data"]:
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
        control = json.loads((directory / "control.json").read_text())
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


def place(carillon, order, seconds, command):
    due = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=float(seconds))
    job = carillon.ask("PUT", "/v1/jobs/order-" + order, {
        "name": "Cancel order " + order,
        "group": "orders",
        "trigger": {"type": "date", "at": due.isoformat()},
        "action": {"type": "command", "command": command},
    })
    print("order", order, "will be cancelled at", job["nextRun"])


def paid(carillon, order):
    gone = carillon.ask("DELETE", "/v1/jobs/order-" + order)
    print("order", order, "is paid" if gone is not None else "is not known")


def state(carillon, order):
    runs = carillon.ask("GET", "/v1/runs?limit=1&job=order-" + order)["items"]
    if runs and runs[0]["state"] in ("SUCCEEDED", "FAILED"):
        print("cancelled" if runs[0]["state"] == "SUCCEEDED" else "failed")
    else:
        print("waiting" if carillon.ask("GET", "/v1/jobs/order-" + order) else "paid")


def main(arguments):
    directory, arguments = data_directory(arguments)
    if len(arguments) >= 4 and arguments[0] == "place":
        place(Carillon(directory), arguments[1], arguments[2], arguments[3:])
    elif len(arguments) == 2 and arguments[0] == "paid":
        paid(Carillon(directory), arguments[1])
    elif len(arguments) == 2 and arguments[0] == "state":
        state(Carillon(directory), arguments[1])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
