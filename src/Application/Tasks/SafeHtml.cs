using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Dashboard.Application.Tasks;

/// <summary>
/// Notes as HubSpot stores them are HTML from outside. What is shown is written anew from an allow-list of plain elements;
/// nothing of the original text reaches the page unescaped, and elements that hide code are dropped with all they hold.
/// </summary>
public static class SafeHtml
{
    /// <summary>HubSpot's own limit of a text property.</summary>
    private const int MostCharacters = 65_536;
    private const int MostDepth = 40;

    private static readonly HashSet<string> Kept = ["p", "div", "br", "b", "strong", "i", "em", "u", "ul", "ol", "li", "a", "blockquote"];

    private static readonly HashSet<string> Blocks = ["div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section", "article", "pre"];

    private static readonly HashSet<string> Dropped =
        ["script", "style", "svg", "math", "template", "noscript", "iframe", "xmp",
        "object", "embed", "noembed", "noframes", "title", "textarea", "select", "plaintext", "head", "form", "input", "button", "video", "audio", "canvas",
        "marquee", "applet"];

    public static string Rebuild(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return "";
        }

        var cut = html.Length > MostCharacters ? html[..MostCharacters] : html;
        using var document = new HtmlParser().ParseDocument("<!doctype html><body>" + cut);
        var text = new StringBuilder(cut.Length);
        WriteChildren(document.Body!, text, 0);
        return text.ToString();
    }

    private static void WriteChildren(INode parent, StringBuilder text, int depth)
    {
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText words:
                    text.Append(System.Net.WebUtility.HtmlEncode(words.Data));
                    break;
                case IElement element when !Dropped.Contains(element.LocalName) && element.NamespaceUri == NamespaceNames.HtmlUri:
                    WriteElement(element, text, depth + 1);
                    break;
            }
        }
    }

    private static void WriteElement(IElement element, StringBuilder text, int depth)
    {
        if (depth > MostDepth)
        {
            text.Append(System.Net.WebUtility.HtmlEncode(element.TextContent));
            return;
        }

        var name = Blocks.Contains(element.LocalName) ? "div" : element.LocalName;
        if (name == "br")
        {
            text.Append("<br>");
        }
        else if (!Kept.Contains(name) || (name == "a" && SafeAddress(element) is null))
        {
            WriteChildren(element, text, depth);
        }
        else
        {
            text.Append('<').Append(name).Append(name == "a" ? Link(element) : "").Append('>');
            WriteChildren(element, text, depth);
            text.Append("</").Append(name).Append('>');
        }
    }

    private static string Link(IElement element) =>
        $" href=\"{System.Net.WebUtility.HtmlEncode(SafeAddress(element))}\" rel=\"noopener noreferrer nofollow\" target=\"_blank\"";

    private static string? SafeAddress(IElement element) =>
        Uri.TryCreate(element.GetAttribute("href")?.Trim(), UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "mailto")
            ? address.AbsoluteUri
            : null;
}
