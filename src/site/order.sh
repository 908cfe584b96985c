#!/bin/sh
# An order that is cancelled unless it is paid in time. Talks to the running Carillon; needs curl and nothing else.
#
#   order.sh place ORDER SECONDS COMMAND    cancels the order in so many seconds, by that line for the shell
#   order.sh paid ORDER                     takes that back: the command never runs
#
# The data directory is CARILLON_DATA, or where Linux keeps a program's data.
set -eu

data=${CARILLON_DATA:-${XDG_DATA_HOME:-$HOME/.local/share}/carillon}
url=$(sed 's/.*"url":"\([^"]*\)".*/\1/' "$data/control.json")
token=$(sed 's/.*"token":"\([^"]*\)".*/\1/' "$data/control.json")

# The token goes through standard input: what stands in a command line, every user of the machine can read.
ask() {
    printf 'header = "Authorization: Bearer %s"\n' "$token" | curl --silent --show-error --fail-with-body --config - "$@"
}

case ${1:-} in
    place)
        command=$(printf '%s' "$4" | sed 's/\\/\\\\/g; s/"/\\"/g')
        due=$(date -u -d "+$3 seconds" +%Y-%m-%dT%H:%M:%S+00:00)
        ask -X PUT "$url/v1/jobs/order-$2" -o /dev/null -d '{"name":"Cancel order '"$2"'","group":"orders",
            "trigger":{"type":"date","at":"'"$due"'"},"action":{"type":"command","command":"'"$command"'"}}'
        echo "order $2 will be cancelled at $due"
        ;;
    paid)
        ask -X DELETE "$url/v1/jobs/order-$2"
        echo "order $2 is paid"
        ;;
    *)
        sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
esac
