package org.entente.metadata.definition;

/**
 * One file of definitions.
 *
 * @param path relative to the folder of the definitions, with slashes: {@code model/contract.yaml}
 */
public record SourceFile(String path, String content) {}
