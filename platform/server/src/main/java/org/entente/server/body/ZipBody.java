package org.entente.server.body;

import java.util.Map;

/**
 * The text files of an uploaded zip.
 *
 * @param files content by path, with slashes, in the archive's order
 */
public record ZipBody(Map<String, String> files) {}
