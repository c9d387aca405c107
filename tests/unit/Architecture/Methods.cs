using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dashboard.UnitTests.Architecture;

/// <summary>Measures methods with the compiler's own parser: from the signature (attributes aside) to the closing brace.</summary>
internal static class Methods
{
    public static IEnumerable<Sized> In(SourceFile file)
    {
        var code = file.Name.EndsWith(".razor", StringComparison.Ordinal) ? $"class Page {{\n{Block(file)}\n}}" : file.Text;
        return CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().Select(Measure).OfType<Sized>()
            .Select(method => method with { Name = $"{file.Path} {method.Name}" });
    }

    /// <summary>Lines between the braces of <c>@code</c>.</summary>
    public static Sized CodeBlock(SourceFile page) =>
        new(page.Path, Block(page) is { Length: > 0 } block ? block.Trim('\n').Split('\n').Length : 0);

    private static Sized? Measure(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null } => Size(node, ((MethodDeclarationSyntax)node).Identifier, ((MethodDeclarationSyntax)node).AttributeLists),
        ConstructorDeclarationSyntax made => Size(node, made.Identifier, made.AttributeLists),
        LocalFunctionStatementSyntax local => Size(node, local.Identifier, local.AttributeLists),
        OperatorDeclarationSyntax { Body: not null } told => Size(node, told.OperatorToken, told.AttributeLists),
        _ => null,
    };

    private static Sized Size(SyntaxNode node, SyntaxToken name, SyntaxList<AttributeListSyntax> attributes)
    {
        var text = node.SyntaxTree.GetText();
        var start = attributes.Count == 0 ? node.SpanStart : attributes.Last().GetLastToken().GetNextToken().SpanStart;
        return new(name.Text, text.Lines.GetLineFromPosition(node.Span.End).LineNumber - text.Lines.GetLineFromPosition(start).LineNumber + 1);
    }

    private static string Block(SourceFile page)
    {
        var at = page.Text.IndexOf("\n@code", StringComparison.Ordinal);
        if (at < 0)
        {
            return "";
        }

        var open = page.Text.IndexOf('{', at);
        var depth = 0;
        foreach (var token in SyntaxFactory.ParseTokens(page.Text[open..]))
        {
            depth += token.Kind() switch { SyntaxKind.OpenBraceToken => 1, SyntaxKind.CloseBraceToken => -1, _ => 0 };
            if (depth == 0)
            {
                return page.Text.Substring(open + 1, token.SpanStart - 1);
            }
        }

        return page.Text[(open + 1)..];
    }
}
