package org.carillon.log;

import java.io.IOException;

/**
 * Finds where the lines of a log begin and end. A line ends with its line end, or where the other stream's text begins: one
 * that was left unfinished for long may have been broken there. Pieces that are known to hold no line end are passed over
 * unread, so that a line of 100 MB costs little. Not thread-safe.
 */
final class LineFinder {
    /**
     * A line.
     *
     * @param start   its first byte
     * @param end     behind its last byte
     * @param next    behind its line end, if it has one
     * @param first   the piece in which it begins
     * @param growing nothing has ended it yet
     */
    record Line(long start, long end, long next, Piece first, boolean growing) {}

    private final FileBlock text;
    private final PieceIndex index;
    private final LineEnd lineEnd;
    private long number = Long.MIN_VALUE;
    private Piece piece;
    private long pieceEnd;

    LineFinder(FileBlock text, PieceIndex index, LineEnd lineEnd) {
        this.text = text;
        this.index = index;
        this.lineEnd = lineEnd;
    }

    /** The line that begins there. @param size where the text ends */
    Line from(long start, long size) throws IOException {
        seek(start, size);
        Piece first = piece;
        long position = start;
        while (position < size) {
            long found = piece.open() ? -1 : text.find(lineEnd, position, pieceEnd, start);
            if (found >= 0) {
                return new Line(start, found, found + lineEnd.bytes(), first, false);
            }
            position = pieceEnd;
            if (position < size) {
                seek(position, size);
                if (piece.stream() != first.stream()) {
                    return new Line(start, position, position, first, false);
                }
            }
        }
        return new Line(start, position, position, first, true);
    }

    /** Where the line begins that holds the byte before that offset, be it the line's end. */
    long startBefore(long offset, long size) throws IOException {
        seek(offset - 1, size);
        long found = piece.open() ? -1 : text.findLast(lineEnd, piece.offset(), offset - lineEnd.bytes(), offset);
        if (found >= 0) {
            return found + lineEnd.bytes();
        }
        long start = piece.offset();
        LogStream stream = piece.stream();
        while (start > 0) {
            seek(start - 1, size);
            if (!piece.open() || piece.stream() != stream) {
                break;
            }
            start = piece.offset();
        }
        return start;
    }

    private void seek(long offset, long size) throws IOException {
        if (piece != null && offset >= piece.offset() && offset < pieceEnd) {
            return;
        }
        if (piece != null && offset == piece.offset() - 1 && number > 0 && index.get(number - 1).offset() <= offset) {
            pieceEnd = piece.offset();
            piece = index.get(--number);
            return;
        }
        boolean following = piece != null && offset == pieceEnd && number + 1 < index.count()
                && index.get(number + 1).offset() == offset;
        number = following ? number + 1 : index.find(offset);
        piece = number < 0 ? index.unknown() : index.get(number);
        while (number + 1 < index.count() && index.get(number + 1).offset() <= offset) {
            piece = index.get(++number);
        }
        pieceEnd = number + 1 < index.count() ? Math.min(size, index.get(number + 1).offset()) : size;
    }
}
