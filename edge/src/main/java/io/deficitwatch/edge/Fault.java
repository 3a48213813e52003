package io.deficitwatch.edge;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where: a JSON pointer into the body ({@code /RESULTSET/0/UNIT}), {@code
 *     line:column}, or the name of a parameter
 * @param detail what, in English, without secrets
 */
public record Fault(String pointer, String detail) {}
