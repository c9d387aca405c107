using Dashboard.Application.Tasks;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Ui;

/// <summary>
/// A small editor of formatted text. The browser owns what stands in it; the server only hands over the beginning and asks for the end.
/// Bold, italic, lists, links; whatever is pasted is reduced to these.
/// </summary>
public sealed partial class RichEditor(IJSRuntime js) : IAsyncDisposable
{
    private ElementReference root;
    private IJSObjectReference? module;
    private IJSObjectReference? editor;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What it begins with; shown only as far as the allow-list lets it through.</summary>
    [Parameter]
    public string? Html { get; set; }

    /// <summary>Where typed text is kept until it is saved; null keeps none.</summary>
    [Parameter]
    public string? DraftKey { get; set; }

    /// <summary>Takes the focus as soon as it is there.</summary>
    [Parameter]
    public bool Focus { get; set; }

    /// <summary>What stands there now. Null when it is too long to be sent.</summary>
    public async Task<string?> ReadAsync() => editor is null ? Html ?? "" : await editor.InvokeAsync<string?>("read");

    public async Task ClearAsync()
    {
        if (editor is not null)
        {
            await editor.InvokeVoidAsync("clear");
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            module = await js.InvokeAsync<IJSObjectReference>("import", "/ui/tasks/editor.js");
            editor = await module.InvokeAsync<IJSObjectReference>("attach", root, SafeHtml.Rebuild(Html), Focus);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var held in new[] { editor, module })
            {
                if (held is not null)
                {
                    await held.DisposeAsync();
                }
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone, and the editor with it.
        }
    }
}
