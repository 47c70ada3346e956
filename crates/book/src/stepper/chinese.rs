//! Chinese.

use super::Words;

/// What is said in Chinese.
pub const CHINESE: Words = Words {
    title: "一步一步看循环",
    buttons: ["开头", "◂ 上一步", "下一步 ▸", "结尾"],
    enlarge: "放大",
    phases: ["睡眠", "唤醒", "轮询"],
    turn: "轮次",
    source: "程序",
    time_line: "时间",
    ready: "就绪队列",
    taken: "已取走，这一轮要轮询：",
    timers: "定时器",
    reactor: "reactor（反应器）",
    nobody: "没有任务",
    woken_by: [
        "新任务",
        "由定时器唤醒",
        "由套接字唤醒",
        "由线程唤醒",
        "由任务唤醒",
    ],
    left: "还剩",
    at_socket: "套接字",
    waits: "在等",
    nobody_waits: "没有任务在等",
    all: "全部 {0} 步的文字说明",
    comma: "、",
    begins: "循环开始。{0} 是新任务，一来就是就绪的，排进队列。",
    sleeps: "谁也没有就绪，线程睡下：最多睡 {1}，到时候 {0} \
             的定时器就到点了。",
    sleeps_on: "谁也没有就绪，也没有定时器：线程一直睡到操作系统\
                唤醒它。",
    timer: "{0} 的定时器到点，任务排进就绪队列。这时它的代码\
            一行也还没有运行。",
    socket: "操作系统报告：套接字 {1} 有动静。reactor \
             知道是谁在等，把 {0} 排进就绪队列。",
    thread: "{0} 等的结果，另一个线程拿到了。那个线程把任务排进\
             就绪队列，再拉响警铃唤醒循环。",
    ended: "{0} 等的就是 {1} 结束，于是排进就绪队列。",
    woken: "{0} 醒来，排进就绪队列。",
    takes: "循环取走整个队列，要依次轮询 {0} 个任务。",
    first: "循环第一次轮询 {0}，从函数的开头运行。",
    goes_on: "循环轮询 {0}，从第 {1} 行的 .await 往后接着运行。",
    told: "它报告：{0}。",
    spawns: "{0} 创建了 {1}。新任务一来就是就绪的。",
    waits_timer: "{0} 停在第 {1} 行等待，把 Waker \
                  留在定时器表里，{2} 之后唤醒。",
    waits_connected: "{0} 停在第 {1} 行，等套接字 {2} 连上，把 \
                      Waker 留给 reactor。",
    waits_readable: "{0} 停在第 {1} 行，等套接字 {2} 来数据，把 \
                     Waker 留给 reactor。",
    waits_task: "{0} 停在第 {1} 行，等 {2} 结束，把 Waker \
                 留在那里。三张表里都没有它。",
    waits_thread: "{0} 停在第 {1} 行，等另一个线程。Waker \
                   在那个线程手里，三张表里都没有它。",
    done: "{0} 运行到头，任务结束，从所有的表里消失。",
    ends: "{0} 运行到头。循环就是为它而转的，也跟着结束。",
};
