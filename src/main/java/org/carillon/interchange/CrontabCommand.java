package org.carillon.interchange;

/**
 * The command of a crontab's line, cut as cron cuts it: the first percent sign ends the line for the shell, what follows is its
 * standard input with further ones as line ends. {@code \%} is a percent sign. crontab(5)
 *
 * @param line  for the shell
 * @param stdin ended by a line end if there is any
 */
record CrontabCommand(String line, String stdin) {
    static CrontabCommand read(String command) {
        StringBuilder line = new StringBuilder();
        StringBuilder stdin = new StringBuilder();
        boolean inLine = true;
        for (int i = 0; i < command.length(); i++) {
            char letter = command.charAt(i);
            boolean escaped = letter == '\\' && i + 1 < command.length() && command.charAt(i + 1) == '%';
            if (letter == '%' && inLine) {
                inLine = false;
                continue;
            }
            if (escaped) {
                i++;
            }
            char meant = escaped ? '%' : letter == '%' ? '\n' : letter;
            (inLine ? line : stdin).append(meant);
        }
        if (!stdin.isEmpty() && stdin.charAt(stdin.length() - 1) != '\n') {
            stdin.append('\n');
        }
        return new CrontabCommand(line.toString().strip(), stdin.toString());
    }
}
