"""MkDocs events; each hands over to the build of the guide."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from guidebook.adapters.host import Build

build = Build()


def on_config(config: MkDocsConfig) -> None:
    build.start(config)


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    return build.markdown(markdown, page)


def on_page_content(html: str, page: Page, **_: Any) -> str:
    return build.html(html, page)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> None:
    context["guide"] = build.page_info(page, config)


def on_template_context(context: dict[str, Any], config: MkDocsConfig, **_: Any) -> None:
    context["addresses"] = build.addresses(config)


def on_post_page(output: str, **_: Any) -> str:
    return build.page_file(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    return build.template(output_content, template_name, config)


def on_post_build(config: MkDocsConfig) -> None:
    build.publish(config)
