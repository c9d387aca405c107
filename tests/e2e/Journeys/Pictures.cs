using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys;

/// <summary>The pictures of README and docs. Written only when asked for: <c>TASKLANE_PICTURES=1 ./test e2e Pictures</c>.</summary>
public sealed class Pictures(Stack stack) : Journey(stack)
{
    public static bool Unwanted => Environment.GetEnvironmentVariable("TASKLANE_PICTURES") != "1";

    [Fact(Skip = "Pictures are written only with TASKLANE_PICTURES=1.", SkipWhen = nameof(Unwanted))]
    public async Task Of_the_board_in_light_dark_and_on_a_phone()
    {
        foreach (var (name, options) in new (string, BrowserNewContextOptions)[]
        {
            ("board-light", Desk(ColorScheme.Light)), ("board-dark", Desk(ColorScheme.Dark)), ("board-phone", Phone(ColorScheme.Light)), ("board-phone-dark", Phone(ColorScheme.Dark)),
        })
        {
            await TakeAsync((await BoardOfAsync(Person.Maya, options: options)).Visitor, name);
        }

        var dragged = await BoardOfAsync(Person.Maya, options: Desk(ColorScheme.Light));
        await dragged.LiftAsync(await dragged.PickAsync(NotStarted, 1));
        await dragged.CarryAsync(Completed);
        await TakeAsync(dragged.Visitor, "board");
        await dragged.Page.Keyboard.PressAsync("Escape");
    }

    [Fact(Skip = "Pictures are written only with TASKLANE_PICTURES=1.", SkipWhen = nameof(Unwanted))]
    public async Task Of_a_task_and_of_a_refusal()
    {
        var board = await BoardOfAsync(Person.Maya, options: Desk(ColorScheme.Light));
        var card = await board.PickAsync(NotStarted, 1);
        await Sandbox.FaultAsync("PATCH", "/objects/", new { kind = "status", status = 400, body = new { status = "error", message = "Closing a call needs its outcome.", category = "VALIDATION_ERROR" } }, count: 1);
        await board.DragAsync(card, Completed);
        await board.IsRefusedAsync(card);
        await TakeAsync(board.Visitor, "refused");
        await board.Card(card).GetByRole(AriaRole.Button, new() { Name = "Let it be" }).ClickAsync();
        await board.IsSavedAsync(card);

        foreach (var (name, options) in new (string, BrowserNewContextOptions)[] { ("task", Desk(ColorScheme.Light)), ("task-dark", Desk(ColorScheme.Dark)), ("task-phone", Phone(ColorScheme.Light)) })
        {
            await TakeAsync((await BoardOfAsync(Person.Maya, $"owner=all&task={card}", options)).Visitor, name);
        }
    }

    [Fact(Skip = "Pictures are written only with TASKLANE_PICTURES=1.", SkipWhen = nameof(Unwanted))]
    public async Task Of_the_pages_around_the_board()
    {
        var slug = await Stack.Scene.WorkspaceAsync();
        foreach (var (look, options) in new (string, BrowserNewContextOptions)[] { ("", Desk(ColorScheme.Light)), ("-dark", Desk(ColorScheme.Dark)), ("-phone", Phone(ColorScheme.Light)) })
        {
            var stranger = await ArriveAsync(options);
            await stranger.Page.GotoAsync("/");
            await TakeAsync(stranger, $"landing{look}");
            options.StorageState = await Stack.Scene.SignedInAsync(Person.Maya);
            var maya = await ArriveAsync(options);
            foreach (var (name, path) in new[] { ("connection", $"/w/{slug}/settings/connection"), ("members", $"/w/{slug}/settings/members"), ("account", "/account"), ("workspaces", "/workspaces?choose") })
            {
                await maya.GoAsync(path);
                await TakeAsync(maya, $"{name}{look}");
            }
        }
    }

    private static Task TakeAsync(Visitor visitor, string name) => visitor.PictureAsync(Path.Combine(Clone.Root, "docs", "images", $"{name}.png"));

    private static BrowserNewContextOptions Desk(ColorScheme scheme) => new() { ColorScheme = scheme, ViewportSize = new() { Width = 1400, Height = 860 } };

    private static BrowserNewContextOptions Phone(ColorScheme scheme) =>
        new() { ColorScheme = scheme, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2, ViewportSize = new() { Width = 390, Height = 844 } };
}
