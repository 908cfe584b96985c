#!/bin/sh
# An order that is cancelled unless it is paid in time. Talks to the running Carillon; needs curl and nothing else.
#
#   order.sh place ORDER SECONDS COMMAND    cancels the order in so many seconds, by that line for the shell
#   order.sh paid ORDER                     takes that back: the command never runs; fails if it is too late for that
#
# An ORDER is made of small letters, digits, dots, hyphens and underscores. Once it was cancelled, it cannot be placed again.
# The data directory is CARILLON_DATA, or where Linux keeps a program's data.
set -eu

usage() {
    sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
    exit 2
}

fail() {
    echo "$1" >&2
    exit 1
}

case ${2:-} in
    '' | *[!a-z0-9._-]*) usage ;;
esac
order=$2
data=${CARILLON_DATA:-${XDG_DATA_HOME:-$HOME/.local/share}/carillon}
[ -r "$data/control.json" ] || fail "no instance runs in $data; start one: carillon run"
url=$(sed 's/.*"url":"\([^"]*\)".*/\1/' "$data/control.json")
token=$(sed 's/.*"token":"\([^"]*\)".*/\1/' "$data/control.json")

# The token goes through standard input: what stands in a command line, every user of the machine can read.
ask() {
    printf 'header = "Authorization: Bearer %s"\n' "$token" | curl --silent --show-error --config - "$@"
}

# Whether the run that cancels the order has begun; one that was skipped has not.
is_begun() {
    ask --fail-with-body "$url/v1/runs?limit=1&job=order-$order" | sed -n 's/.*"state":"\([A-Z_]*\)".*/\1/p' | grep -qv -e SKIPPED -e MISSED
}

# A text as JSON has it between its quotes.
json() {
    tab=$(printf '\t')
    printf '%s\n' "$1" | sed "s/\\\\/\\\\\\\\/g; s/\"/\\\\\"/g; s/$tab/\\\\t/g" | awk '{ printf "%s%s", (NR > 1 ? "\\n" : ""), $0 }'
}

case ${1:-} in
    place)
        case ${3:-} in
            '' | *[!0-9.]*) usage ;;
        esac
        [ $# -eq 4 ] || usage
        ! is_begun || fail "order $order was placed before, and its time was up"
        # An interval that ends after its first run, because the instance counts it from now: no date has to be reckoned here.
        answer=$(ask --fail-with-body -X PUT "$url/v1/jobs/order-$order" -d '{"name":"Cancel order '"$order"'","group":"orders",
            "trigger":{"type":"interval","every":"PT'"$3"'S"},"policy":{"maxRuns":1,"removeWhenDone":true},
            "action":{"type":"command","command":"'"$(json "$4")"'"}}') || fail "$answer"
        echo "order $order will be cancelled at $(printf '%s' "$answer" | sed 's/.*"nextRun":"\([^"]*\)".*/\1/')"
        ;;
    paid)
        [ $# -eq 2 ] || usage
        # The job is there until its run has ended: what has begun is not taken back.
        code=$(ask -o /dev/null -w '%{http_code}' -X DELETE "$url/v1/jobs/order-$order")
        case $code in
            204) ! is_begun || fail "order $order: too late" ;;
            404) fail "order $order: too late, or not known" ;;
            *) fail "order $order: the instance answers $code" ;;
        esac
        echo "order $order is paid"
        ;;
    *) usage ;;
esac
