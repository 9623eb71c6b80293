package org.entente.engine.job;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * In which letters a file is written, told from its first bytes: its byte order mark, else UTF-8
 * when that fits without an error, else windows-1252, in which every western file can be read.
 */
final class Encoding {

    static final Charset WINDOWS = Charset.forName("windows-1252");

    private Encoding() {}

    static Charset of(byte[] head, boolean whole) {
        if (startsWith(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return isUtf8(head, whole) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean startsWith(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    /** A letter that the end of the head cuts in two is no error: it never reaches the end. */
    private static boolean isUtf8(byte[] head, boolean whole) {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var room = CharBuffer.allocate(head.length + 1);
        return !decoder.decode(ByteBuffer.wrap(head), room, whole).isError();
    }
}
