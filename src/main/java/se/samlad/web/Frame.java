package se.samlad.web;

/** What a handler asks for that answers a page with forms: only there does a refused form come back. */
public interface Frame {}
