package se.samlad.web;

/** An argument of handlers that render pages with forms; a refused form is shown again only on their pages. */
public interface Frame {}
