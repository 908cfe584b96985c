package org.carillon.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of a line of code are, by simple rules that look at one line at a time. */
public enum Syntax {
    SHELL("#.*", "if then else elif fi for while until do done case esac in function return exit local export readonly set unset shift trap source eval exec break continue select declare"),
    PYTHON("#.*", "and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield match case"),
    JAVASCRIPT("//.*|/\\*.*?(?:\\*/|$)", "async await break case catch class const continue debugger default delete do else export extends false finally for function if import in instanceof let new null of return super switch this throw true try typeof undefined var void while with yield"),
    RUBY("#.*", "alias and begin break case class def do else elsif end ensure false for if in module next nil not or redo require rescue retry return self super then true undef unless until when while yield"),
    PERL("#.*", "and cmp continue die do else elsif eq eval for foreach ge gt if last le lt my ne next no not or our package print redo require return say sub unless until use while"),
    PHP("//.*|#.*|/\\*.*?(?:\\*/|$)", "and array as break case catch class const continue default do echo else elseif extends false finally fn for foreach function global if implements include instanceof interface match namespace new null or private protected public require return static switch throw true try use var while"),
    POWERSHELL("#.*", "begin break catch class continue data do else elseif end exit filter finally for foreach function if in param process return switch throw trap try until using while"),
    BATCH("(?i)(?:^|(?<=\\s))rem\\b.*|^\\s*::.*", "call cd choice cls copy del dir do echo else endlocal errorlevel exist exit for goto if in move not off on pause popd pushd ren set setlocal shift start type"),
    SQL("--.*|/\\*.*?(?:\\*/|$)", "add all alter and any as asc begin between by call case cast check column commit constraint create cross delete desc distinct drop else end except exists foreign from full group having if in index inner insert intersect into is join key left like limit merge not null offset on or order outer primary references right rollback select set table then union unique update using values view when where with"),
    PLAIN("(?!)", "");

    /** What a piece of code is. */
    public enum Kind {
        PLAIN,
        COMMENT,
        STRING,
        VARIABLE,
        NUMBER,
        KEYWORD
    }

    /** A piece of a line. */
    public record Token(String text, Kind kind) {}

    private static final String STRING_TOKEN = "\"(?:\\\\.|[^\"\\\\])*\"?|'(?:\\\\.|[^'\\\\])*'?";
    private static final String VARIABLE_TOKEN = "\\$\\{[^}]*\\}?|\\$[A-Za-z_@*#?0-9]\\w*|%\\w+%";
    private static final String WORD_TOKEN = "(?<![\\w.$-])[A-Za-z_]\\w*(?![\\w-])";

    private final Set<String> keywords;
    private final Pattern pattern;

    Syntax(String comment, String keywords) {
        this.keywords = Set.of(keywords.isEmpty() ? new String[0] : keywords.split(" "));
        // A comment sign within a word, as in $#, is none.
        this.pattern = Pattern.compile("(?<string>" + STRING_TOKEN + ")|(?<variable>" + VARIABLE_TOKEN + ")|(?<comment>(?<![\\w$&{(])(?:" + comment
                + "))|(?<number>(?<![\\w.])\\d+(?:\\.\\d+)?(?!\\w))|(?<word>" + WORD_TOKEN + ")");
    }

    /** The pieces of a line, which together are the line. */
    public List<Token> tokens(String line) {
        if (this == PLAIN || line.isEmpty()) {
            return List.of(new Token(line, Kind.PLAIN));
        }
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = pattern.matcher(line);
        int end = 0;
        while (matcher.find()) {
            Kind kind = kind(matcher);
            if (kind != Kind.PLAIN) {
                if (matcher.start() > end) {
                    tokens.add(new Token(line.substring(end, matcher.start()), Kind.PLAIN));
                }
                tokens.add(new Token(matcher.group(), kind));
                end = matcher.end();
            }
        }
        if (end < line.length()) {
            tokens.add(new Token(line.substring(end), Kind.PLAIN));
        }
        return tokens;
    }

    private Kind kind(Matcher found) {
        if (found.group("comment") != null) {
            return Kind.COMMENT;
        } else if (found.group("string") != null) {
            return Kind.STRING;
        } else if (found.group("variable") != null) {
            return Kind.VARIABLE;
        } else if (found.group("number") != null) {
            return Kind.NUMBER;
        }
        String word = this == SQL || this == BATCH || this == POWERSHELL ? found.group().toLowerCase(Locale.ROOT) : found.group();
        return keywords.contains(word) ? Kind.KEYWORD : Kind.PLAIN;
    }
}
