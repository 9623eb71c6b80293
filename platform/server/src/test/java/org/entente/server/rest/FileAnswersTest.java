package org.entente.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileAnswersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xhtml+xml",
                "image/svg+xml",
                "text/xml",
                "application/xml",
                "text/javascript",
                "application/javascript",
                "application/json",
                "text/css",
                "application/x-shockwave-flash",
                "application/vnd.mozilla.xul+xml",
                "multipart/related",
            })
    void servesNothingThatABrowserRuns(String type) {
        assertEquals("application/octet-stream", FileAnswers.servedType(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "image/webp",
                "application/pdf",
                "text/plain",
                "video/mp4",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            })
    void servesTheRestAsWhatItIs(String type) {
        assertEquals(type, FileAnswers.servedType(type));
    }
}
